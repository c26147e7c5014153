"""The tables, declared once as pandera models; everything else about columns is derived from here."""
