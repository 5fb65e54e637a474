package id.deskpilkada.dashboard.day;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.tally.FormCounts.Forms;
import java.util.List;

/**
 * How many forms of a race have come.
 *
 * @param expected TPS that vote on the race
 * @param received of them those with a form; verified and held are parts of these
 * @param url of the page with its votes
 */
public record RaceLine(
        RaceRef race, int expected, int received, int verified, int held, int notYet, Bar bar, String url) {

    static RaceLine of(RaceRef race, int expected, Forms forms, String url) {
        int waiting = Math.max(0, forms.received() - forms.verified() - forms.held());
        return new RaceLine(
                race,
                expected,
                forms.received(),
                forms.verified(),
                forms.held(),
                Math.max(0, expected - forms.received()),
                Bar.of(
                        Math.max(expected, forms.received()),
                        List.of(
                                Bar.Part.styled(forms.verified(), "bar-verified"),
                                Bar.Part.styled(waiting, "bar-received"),
                                Bar.Part.styled(forms.held(), "bar-held"))),
                url);
    }
}
