# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods of counting, once more and slowly, from their definitions: nothing here is taken from the
program that is tested. A ballot is (weight, {option: value}); for ranks the least value is best, else the
greatest. Everything is a fraction."""

from fractions import Fraction


def orders(ballot, options, form, unranked):
    """The groups of options that a ballot ties, best first; those left out at the end if they are last."""
    values = ballot[1]
    levels = sorted(set(values.values()), reverse=form != "ranks")
    groups = [[o for o in options if values.get(o) == level] for level in levels]
    left = [o for o in options if o not in values]
    return groups + ([left] if left and unranked == "last" else [])


def positions(ballot, options, form, unranked):
    """The mean place that each option takes on a ballot."""
    found, place = {}, 1
    for group in orders(ballot, options, form, unranked):
        for option in group:
            found[option] = Fraction(2 * place + len(group) - 1, 2)
        place += len(group)
    return found


def duels(ballots, options, form, unranked):
    wins = {(a, b): Fraction(0) for a in options for b in options}
    for ballot in ballots:
        place = positions(ballot, options, form, unranked)
        for a in place:
            for b in place:
                if place[a] < place[b]:
                    wins[a, b] += ballot[0]
    return wins


def by_score(options, score, low=False):
    """Levels by a score; None comes last."""
    known = sorted({s for s in score.values() if s is not None}, reverse=not low)
    levels = [sorted(o for o in options if score[o] == s) for s in known]
    rest = sorted(o for o in options if score[o] is None)
    return levels + ([rest] if rest else [])


def by_relation(options, before):
    """Levels of a partial order: those first that nobody who is left comes before."""
    left, levels = list(options), []
    while left:
        level = [o for o in left if not any(before(other, o) for other in left if other != o)]
        levels.append(sorted(level))
        left = [o for o in left if o not in level]
    return levels


def schulze(options, wins, margins):
    def strength(a, b):
        if wins[a, b] <= wins[b, a]:
            return Fraction(0)
        return wins[a, b] - wins[b, a] if margins else wins[a, b]

    def widest(a, b, passed):
        """The strongest of all paths, each of which is tried."""
        best = strength(a, b)
        for via in options:
            if via not in passed and via != b:
                link = strength(a, via)
                if link > best:
                    best = max(best, min(link, widest(via, b, passed | {via})))
        return best

    path = {(a, b): widest(a, b, {a}) for a in options for b in options if a != b}
    return by_relation(options, lambda a, b: path[a, b] > path[b, a])


def ranked_pairs(options, wins):
    majorities = [(a, b) for a in options for b in options if wins[a, b] > wins[b, a]]
    kept = set()

    def leads(edges, start, end):
        reached, grows = {start}, True
        while grows:
            more = {b for a, b in edges if a in reached} - reached
            reached, grows = reached | more, bool(more)
        return end in reached

    strengths = sorted({(-wins[a, b], wins[b, a]) for a, b in majorities})
    for strength in strengths:
        equals = {(a, b) for a, b in majorities if (-wins[a, b], wins[b, a]) == strength}
        together = kept | equals
        kept |= {(a, b) for a, b in equals if not leads(together, b, a)}
    return by_relation(options, lambda a, b: leads(kept, a, b))


def borda(ballots, options, form, unranked):
    points = dict.fromkeys(options, Fraction(0))
    for ballot in ballots:
        place = positions(ballot, options, form, unranked)
        for option in place:
            points[option] += ballot[0] * (len(place) - place[option])
    return by_score(options, points)


def mean(ballots, options, form, unranked):
    top, bottom = dict.fromkeys(options, Fraction(0)), dict.fromkeys(options, Fraction(0))
    for ballot in ballots:
        said = positions(ballot, options, form, unranked) if form == "ranks" else dict(ballot[1])
        if form != "ranks" and unranked == "last":
            said = {o: said.get(o, 0) for o in options}
        for option, value in said.items():
            top[option] += ballot[0] * Fraction(value)
            bottom[option] += ballot[0]
    score = {o: top[o] / bottom[o] if bottom[o] else None for o in options}
    return by_score(options, score, low=form == "ranks")


def approval(ballots, options, form):
    least = {"ranks": None, "scores": 3, "choices": 1, "dots": 1}[form]
    score = dict.fromkeys(options, Fraction(0))
    for weight, values in ballots:
        for option, value in values.items():
            if least is None or value >= least:
                score[option] += weight
    return by_score(options, score)


def tops(ballots, options, form):
    """The shares of first places among some options."""
    share = dict.fromkeys(options, Fraction(0))
    for weight, values in ballots:
        named = {o: v for o, v in values.items() if o in share}
        if named:
            best = (min if form == "ranks" else max)(named.values())
            first = [o for o, v in named.items() if v == best]
            for option in first:
                share[option] += weight / len(first)
    return share


def runoff(ballots, options, form):
    left, levels = list(options), []
    while left:
        share = tops(ballots, left, form)
        out = sorted(o for o in left if share[o] == min(share.values()))
        levels.insert(0, out)
        left = [o for o in left if o not in out]
    return levels


def condorcet(options, wins):
    for a in options:
        if all(wins[a, b] > wins[b, a] for b in options if b != a):
            return a
    return None


def count(ballots, options, form="ranks", unranked="last"):
    """The ranking of each method, levels of names in alphabetical order; and who beats all."""
    wins = duels(ballots, options, form, unranked)
    return condorcet(options, wins), {
        "schulze-winning": schulze(options, wins, margins=False),
        "schulze-margins": schulze(options, wins, margins=True),
        "ranked-pairs": ranked_pairs(options, wins),
        "borda": borda(ballots, options, form, unranked),
        "mean": mean(ballots, options, form, unranked),
        "approval": approval(ballots, options, form),
        "instant-runoff": runoff(ballots, options, form),
        "plurality": by_score(options, tops(ballots, options, form)),
    }
