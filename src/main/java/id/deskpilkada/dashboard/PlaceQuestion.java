package id.deskpilkada.dashboard;

import org.jspecify.annotations.Nullable;

/** What the address of a page about a place and a round asks for; each link of the page is the same question with one thing changed. */
public interface PlaceQuestion {

    @Nullable
    String election();

    @Nullable
    String round();

    /** Dotted code; null for the whole regency. */
    @Nullable
    String region();

    /** The same about another region, by its dotted code. */
    PlaceQuestion in(String region);

    PlaceQuestion ofRound(String election, String round);

    String url();
}
