package id.deskpilkada.dashboard.voting;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.Standpoint;
import id.deskpilkada.notification.ReadyText;
import id.deskpilkada.platform.Page;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.board.VotingSlot;
import id.deskpilkada.voting.board.VotingSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of voting shows.
 *
 * @param places one level down, in the order that was asked for; polling stations in a village
 * @param conditions of villages and districts where weather or power may trouble the vote
 * @param situation the situation of the hour, to send on
 * @param missing who has not reported, to send on
 */
record VotingView(
        VotingQuestion question,
        Standpoint stand,
        VotingSlot slot,
        List<Tab> tabs,
        VotingSummary summary,
        List<Line> places,
        List<Link> orders,
        Page<ConcernLine> concerns,
        List<ConditionLine> conditions,
        Page<HeldLine> held,
        ReadyText situation,
        ReadyText missing) {

    /** Longer addresses are cut off on the way to WhatsApp. */
    private static final int LONGEST_LINK = 4_000;

    /** A slot to choose. */
    record Tab(String url, VotingSlot slot, boolean current) {}

    /** A place and how it stands. @param url null where there is nothing below it to see @param facts of a polling station that has reported; null for a region */
    record Line(VotingSummary.Place place, String url, Bar bar, VotingFacts.@Nullable Station facts) {}

    /** @param reporter null where the reader may not call people */
    record ConcernLine(String name, String url, VotingFacts.Concern facts, @Nullable String reporter) {}

    record ConditionLine(String name, VotingFacts.Situation facts) {}

    /** @param confirmation where it is told that the figure is right */
    record HeldLine(String name, String url, String confirmation, VotingFacts.Held facts) {}

    public VotingSummary.Place here() {
        return summary.here();
    }

    public boolean ofStations() {
        return stand.area().length() == 10;
    }

    public boolean fitsLink(ReadyText text) {
        return text.whatsApp().length() <= LONGEST_LINK;
    }

    public int concernPages() {
        return (int) ((concerns.total() + concerns.size() - 1) / concerns.size());
    }
}
