package id.deskpilkada.comparison.official;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;

/**
 * A file of published figures that somebody sends, and what they say beside it.
 *
 * @param source where the figures come from, in the words of who sends them
 * @param candidates KPU's own numbers of candidates and their ballot numbers, e.g. {@code 1000819=1, 1000820=2}; may be empty
 */
public record OfficialOrder(
        RoundRef round,
        RaceRef race,
        byte[] content,
        String fileName,
        String source,
        String candidates,
        boolean dryRun,
        Actor actor) {}
