package id.deskpilkada.dashboard;

/** What the address of a page about a place and a round asks for; each link of the page is the same question with one thing changed. */
public interface PlaceQuestion {

    /** The same about another region, by its dotted code. */
    PlaceQuestion in(String region);

    PlaceQuestion ofRound(String election, String round);

    String url();
}
