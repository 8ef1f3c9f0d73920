"""The screens: in each folder a passive view (widgets, signals, setters) and a presenter that decides, without Qt."""
