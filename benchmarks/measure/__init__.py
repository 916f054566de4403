"""What the benchmark is made of: labelled pages in, marks, figures and tables out."""
