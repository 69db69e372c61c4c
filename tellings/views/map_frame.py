"""Which part of the world a map shows: where most of what is named lies, not everything up to the last far mention."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; east may be above 180."""

SHARE = 0.9
"""The share of all mentions that the frame has to hold."""

GIANT = 40.0
"""An area wider than this many degrees does not set the frame: it is cut."""

LEAST = 3.0
_NEAR = 0.35
_TOP = 84.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: its point, its extent where it has one, its weight (mentions)."""

    lon: float
    lat: float
    weight: float
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows. `whole` says that it is the world, drawn in another projection; `steps`, how fine outlines
    are drawn: no finer than the frame's width by this number.
    """

    west: float
    south: float
    east: float
    north: float
    whole: bool = False
    steps: float = 600.0

    def holds(self, lon: float, lat: float) -> bool:
        """Does this point lie in the frame?"""
        turned = self.west + (lon - self.west) % 360
        return self.south <= lat <= self.north and (self.whole or turned <= self.east)

    def meets(self, box: Box) -> bool:
        """Does an area with this extent reach into the frame?"""
        if self.whole:
            return True
        west, south, east, north = box
        if south > self.north or north < self.south:
            return False
        return any(west + turn <= self.east and east + turn >= self.west for turn in (-360, 0, 360))


WORLD = Frame(-180.0, -58.0, 180.0, _TOP, whole=True)


def fit(
    spots: Sequence[Spot], *, aspect: float = 1.2, share: float = SHARE, also: Sequence[Spot] = ()
) -> Frame:
    """The frame that holds most of what is named.

    From the spot that is nearest to all others, spots are taken in by distance until they hold `share` of the weight;
    others near by join them. What stays outside is for the list.

    Args:
        spots: what is named; none gives the world.
        aspect: width by height of the picture.
        share: the part of the weight that must lie in the frame.
        also: what joins only where it lies near by.
    """
    spots = [s for s in spots if math.isfinite(s.lon) and math.isfinite(s.lat) and s.weight > 0]
    if not spots:
        return WORLD
    apart = _apart(spots)
    cost = (apart @ np.array([s.weight for s in spots])).round(9)
    middle = min(range(len(spots)), key=lambda i: (cost[i], spots[i].lon, spots[i].lat))
    centre, near = spots[middle], [spots[i] for i in np.argsort(apart[middle], kind="stable")]
    needed, held, taken = share * sum(s.weight for s in spots), 0.0, 0
    while held < needed - 1e-9:
        held += near[taken].weight
        taken += 1
    box = _around([_extent(s, centre.lon) for s in near[:taken]])
    wide = _padded(box, _NEAR)
    others = [e for e in (_extent(s, centre.lon) for s in [*near[taken:], *also]) if _inside(e, wide)]
    return _shaped(_padded(_around([box, *others]), 0.07), aspect)


def _apart(spots: Sequence[Spot]) -> npt.NDArray[np.float64]:
    """The angle between any two spots, seen from the centre of the globe (haversine)."""
    lat, lon = np.radians([s.lat for s in spots]), np.radians([s.lon for s in spots])
    up, turn = lat[:, None] - lat, lon[:, None] - lon
    half = np.sin(up / 2) ** 2 + np.cos(lat)[:, None] * np.cos(lat) * np.sin(turn / 2) ** 2
    angles: npt.NDArray[np.float64] = 2 * np.arcsin(np.sqrt(half.clip(0, 1)))
    return angles


def _extent(spot: Spot, centre: float) -> Box:
    box = spot.box
    if box is None or box[2] - box[0] > GIANT:
        box = (spot.lon, spot.lat, spot.lon, spot.lat)
    middle = (box[0] + box[2]) / 2
    turn = centre + (middle - centre + 180) % 360 - 180 - middle
    return (box[0] + turn, box[1], box[2] + turn, box[3])


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def _padded(box: Box, share: float) -> Box:
    west, south, east, north = box
    wide, tall = max(east - west, LEAST) * share, max(north - south, LEAST) * share
    return (west - wide, south - tall, east + wide, north + tall)


def _inside(box: Box, wide: Box) -> bool:
    return box[0] >= wide[0] and box[1] >= wide[1] and box[2] <= wide[2] and box[3] <= wide[3]


def _shaped(box: Box, aspect: float) -> Frame:
    """The box widened to the picture's shape, as the Mercator projection stretches it."""
    west, east = box[0], max(box[2], box[0] + LEAST)
    low, high = _mercator(max(box[1], -_TOP)), _mercator(min(max(box[3], box[1] + LEAST / 2), _TOP))
    width, height = math.radians(east - west), high - low
    if width < height * aspect:
        more = math.degrees(height * aspect - width) / 2
        west, east = west - more, east + more
    else:
        more = (width / aspect - height) / 2
        low, high = low - more, high + more
    if east - west > 200:
        return WORLD
    south, north = max(_latitude(low), -_TOP), min(_latitude(high), _TOP)
    turn = 360.0 if west < -180 else 0.0
    return (
        Frame(west + turn, south, east + turn, north)
        if west + turn <= 180
        else Frame(west - 360, south, east - 360, north)
    )


def _mercator(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def _latitude(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(y)) - math.pi / 2)
