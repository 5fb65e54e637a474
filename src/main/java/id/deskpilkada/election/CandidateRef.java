package id.deskpilkada.election;

import org.jspecify.annotations.Nullable;

/**
 * A candidate on the ballot of a race; the empty column against a single pair is one too.
 *
 * @param colour {@code #rrggbb}, null when not chosen
 */
public record CandidateRef(int ballotNumber, String name, boolean emptyColumn, @Nullable String colour) {}
