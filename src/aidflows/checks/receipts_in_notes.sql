-- The surface of every figure stands in its note at its span.
select g.figure_id as place, 'note does not print the surface at its span: ' || g.surface as what
from figures as g join statements as s on s.statement_id = g.statement_id
where g.text_sha256 = s.text_sha256 and substring(s.text, g.span_start + 1, g.span_end - g.span_start) <> g.surface
