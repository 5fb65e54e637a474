package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Law;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.readiness.paper.PaperSheet.Line;
import id.deskpilkada.readiness.paper.PaperSheet.Section;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The fields of C.Hasil in their order, in the words in which the screen asks for them, so that who types them in finds each at its place. */
@Component
class PaperFields {

    private static final List<String> COLUMNS = List.of("L", "P", "J");
    private static final List<String> PEOPLE =
            List.of("dpt", "voters.listed", "voters.movedIn", "voters.unlisted", "voters.total");
    private static final List<String> BALLOTS =
            List.of("ballots.received", "ballots.used", "ballots.spoiled", "ballots.unused");
    private static final List<String> TOTALS = List.of("validVotes", "invalidVotes", "totalVotes");
    private static final List<String> BY_LAW = List.of("voters.movedIn", "voters.unlisted", "ballots.received");

    private final Messages messages;

    PaperFields(Messages messages) {
        this.messages = messages;
    }

    List<Section> sections(Law law, RaceRef race) {
        return List.of(
                new Section(title("I"), COLUMNS, lines(PEOPLE, List.of("A", "B.1", "B.2", "B.3", "B.4"), 3, law)),
                new Section(title("II"), List.of(), lines(BALLOTS, List.of("1", "2", "3", "4"), 1, law)),
                new Section(title("III"), COLUMNS, lines(List.of("disabledVoters"), List.of("1"), 3, law)),
                new Section(
                        title("IV"),
                        List.of(),
                        race.candidates().stream()
                                .map(candidate ->
                                        new Line(Integer.toString(candidate.ballotNumber()), candidate.name(), true, 1))
                                .toList()),
                new Section(title("V"), List.of(), lines(TOTALS, List.of("A", "B", "C"), 1, law)));
    }

    private List<Line> lines(List<String> paths, List<String> printed, int fields, Law law) {
        return IntStream.range(0, paths.size())
                .mapToObj(at -> new Line(printed.get(at), label(paths.get(at), law), false, fields))
                .toList();
    }

    private String label(String path, Law law) {
        return messages.text(Stream.of("c1.field.", path, BY_LAW.contains(path) ? "." + law : "")
                .reduce("", String::concat));
    }

    private String title(String section) {
        return messages.text("c1.section." + section);
    }
}
