"""Charts as Vega-Lite: made with Altair, drawn by a script of the page or as a picture."""

from detente.serve.charts.balance import balance_chart
from detente.serve.charts.colours import Colours, colours
from detente.serve.charts.coverage import coverage_chart
from detente.serve.charts.drawing import chart_answer, drawing_script
from detente.serve.charts.map import map_chart
from detente.serve.charts.timeline import timeline_chart

__all__ = [
    "Colours",
    "balance_chart",
    "chart_answer",
    "colours",
    "coverage_chart",
    "drawing_script",
    "map_chart",
    "timeline_chart",
]
