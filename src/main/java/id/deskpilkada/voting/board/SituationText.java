package id.deskpilkada.voting.board;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import id.deskpilkada.voting.board.VotingSummary.Place;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The situation of the hour as a text that may go into any WhatsApp group: no names, no telephone numbers, no votes. */
@Component
public class SituationText {

    private static final int NAMED_PLACES = 12;

    private final Messages messages;
    private final Regions regions;

    SituationText(Messages messages, Regions regions) {
        this.messages = messages;
        this.regions = regions;
    }

    /** The text in the caller's language; lines are separated by a line feed. */
    public String of(RoundRef round, VotingSummary summary) {
        var here = summary.here();
        return Stream.of(
                        List.of(
                                text("title"),
                                text("place", here.name(), round.electionName(), round.code()),
                                text("time", time(summary), summary.slot()),
                                ""),
                        figures(here),
                        troubled(summary.children()),
                        List.of("", summary.disclaimer()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private List<String> figures(Place here) {
        var reports = here.reports();
        var turnout = here.turnout();
        var security = here.security();
        return Stream.of(
                        text(
                                "reports",
                                reports.came(),
                                reports.expected(),
                                share(reports.came(), reports.expected()),
                                reports.missing(),
                                reports.excused()),
                        text("opened", here.opened(), here.stations(), here.openedLate(), here.closed()),
                        turnout.stations() == 0
                                ? text("turnout.none")
                                : text(
                                        "turnout",
                                        turnout.voters(),
                                        share(turnout.votersListed(), turnout.listed()),
                                        turnout.listed(),
                                        turnout.stations()),
                        turnout.held() == 0 ? "" : text("held", turnout.held()),
                        text("security", security.calm(), security.attention(), security.unrest(), security.unknown()),
                        text("halted", here.halted()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> troubled(List<Place> children) {
        var places = children.stream()
                .filter(child -> child.halted()
                                + child.security().unrest()
                                + child.security().attention()
                        > 0)
                .sorted(Comparator.comparing(Place::state).thenComparing(Place::troubled, Comparator.reverseOrder()))
                .limit(NAMED_PLACES)
                .map(child -> text(
                        "where",
                        child.name(),
                        child.halted(),
                        child.security().unrest(),
                        child.security().attention()))
                .toList();
        return places.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(text("where.title")), places.stream()).toList();
    }

    private String time(VotingSummary summary) {
        return DateTimeFormatter.ofPattern(text("time.pattern"), Messages.locale())
                        .format(summary.asOf()) + " " + regions.zoneName();
    }

    private String text(String key, Object... arguments) {
        return messages.text("pemungutan.text." + key, arguments);
    }

    private String share(long part, long whole) {
        return whole == 0 ? "–" : messages.text("pemungutan.share", 100.0 * part / whole);
    }
}
