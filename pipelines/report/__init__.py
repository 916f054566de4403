"""The page for a person who looks once a week: figures of a file in, one self-contained HTML document out."""
