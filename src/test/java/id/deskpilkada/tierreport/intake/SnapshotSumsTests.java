package id.deskpilkada.tierreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import org.junit.jupiter.api.Test;

/** Figures that cannot stand beside each other in one report. */
class SnapshotSumsTests {

    private static final String SOUND =
            """
            {"readiness": {"stations": 5, "unchecked": 1, "ready": 2, "conditional": 1, "notReady": 1},
             "reports": [{"kind": "C1", "slot": "C1", "race": "BUPATI", "expected": 5, "received": 2, "late": 1, "missing": 1, "excused": 1}],
             "races": [{"code": "BUPATI", "name": "Bupati", "expected": 5, "received": 3, "held": 1, "verified": 1,
               "byReceived": {"counted": 2, "candidates": [{"ballotNumber": 1, "name": "A", "votes": 20}], "validVotes": 21, "invalidVotes": 1, "dptTotal": 50, "votersTotal": 22},
               "byVerified": {"counted": 1, "candidates": [{"ballotNumber": 1, "name": "A", "votes": 9}], "validVotes": 9, "invalidVotes": 0, "dptTotal": 20, "votersTotal": 9}}]}""";

    private static java.util.List<String> wrong(String what, String instead) {
        var text = SOUND.replace(what, instead);
        assertThat(text).isNotEqualTo(what.equals(instead) ? "" : SOUND);
        return SnapshotSums.wrong(CanonicalJson.read(text, Snapshot.class));
    }

    @Test
    void aReportWhoseFormsSayOtherSumsThanTheirVotesIsSound() {
        assertThat(SnapshotSums.wrong(CanonicalJson.read(SOUND, Snapshot.class)))
                .isEmpty();
    }

    @Test
    void expectedReportsAreThoseThatCameAndThoseThatDidNot() {
        assertThat(wrong("\"missing\": 1", "\"missing\": 2")).containsExactly("reports C1 C1");
    }

    @Test
    void pollingStationsAreReadyOrNot() {
        assertThat(wrong("\"ready\": 2", "\"ready\": 3")).containsExactly("readiness");
    }

    @Test
    void noMoreFormsAreThereThanPollingStations() {
        assertThat(wrong("\"received\": 3", "\"received\": 6")).containsExactly("forms BUPATI");
    }

    @Test
    void comparedFormsHaveNoMoreVotesThanAllForms() {
        assertThat(wrong("\"votes\": 9", "\"votes\": 21")).containsExactly("votes BUPATI 1");
    }

    @Test
    void nobodyHasFewerVotesThanNone() {
        assertThat(wrong("\"votes\": 20", "\"votes\": -20")).contains("votes BUPATI");
    }
}
