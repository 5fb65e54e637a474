package id.deskpilkada.comparison;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.platform.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names of the numbers that are compared, as people know them from the form. */
@Component
class FieldLabels {

    private static final List<String> BESIDE_VOTES =
            List.of("validVotes", "invalidVotes", "totalVotes", "voters.total.total", "dpt.total");

    private final Messages messages;

    FieldLabels(Messages messages) {
        this.messages = messages;
    }

    /** E.g. {@code Suara no. 1, Calon A - Wakil A}. */
    String of(String path, RaceRef race) {
        return race.candidates().stream()
                .filter(candidate -> path.equals("votes." + candidate.ballotNumber()))
                .findFirst()
                .map(candidate -> messages.text("compare.field.votes", candidate.ballotNumber(), candidate.name()))
                .orElseGet(() -> messages.text("compare.field." + path));
    }

    /** Every number that may be compared in a race, by path, in the order of the form. */
    Map<String, String> all(RaceRef race) {
        var all = new LinkedHashMap<String, String>();
        race.ballotNumbers().forEach(number -> all.put("votes." + number, of("votes." + number, race)));
        BESIDE_VOTES.forEach(path -> all.put(path, of(path, race)));
        return all;
    }
}
