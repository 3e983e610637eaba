"""Pictures made on the server as SVG, each from a page's record alone, with a table under it on the page.

They carry no colours and no sizes of text, only classes that the one style sheet knows, so that they follow the dark
mode and the printer. Every function takes the language of the page.
"""

from servanda.web.pictures.barriers import barriers_picture
from servanda.web.pictures.calendar import year_picture
from servanda.web.pictures.course import course_picture
from servanda.web.pictures.lanes import chart_picture, terms_picture
from servanda.web.pictures.levels import levels_picture
from servanda.web.pictures.progress import progress_picture
from servanda.web.pictures.rail import rail
from servanda.web.pictures.scale import figures
from servanda.web.pictures.world import off_the_map, world_legend, world_picture

__all__ = [
    "barriers_picture",
    "chart_picture",
    "course_picture",
    "figures",
    "levels_picture",
    "off_the_map",
    "progress_picture",
    "rail",
    "terms_picture",
    "world_legend",
    "world_picture",
    "year_picture",
]
