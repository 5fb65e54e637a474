package id.deskpilkada.incident.file;

import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.reading.IncidentView;
import id.deskpilkada.incident.reading.IncidentView.Sent;
import id.deskpilkada.incident.reading.IncidentView.Step;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An incident told in lines that can be printed: what the document's template reads. */
public final class IncidentAccount {

    private static final Set<String> SEVERITIES = Set.of("TRIAGED", "SEVERITY_RAISED", "SEVERITY_LOWERED");

    /** Steps whose detail is a name, a number or a place, and not what somebody wrote. */
    private static final Set<String> PLAIN = Set.of(
            "ASSIGNED",
            "CONTACTED",
            "TAKEN",
            "DELIVERED",
            "CALL_OPENED",
            "SILENT",
            "LEADER_TOLD",
            "TOLD",
            "MERGED",
            "MERGED_IN",
            "REROUTED",
            "TRIAGE_LATE");

    /** A timeline of more lines is cut; the application keeps all. */
    private static final int MOST_LINES = 1_500;

    private final IncidentView view;
    private final boolean withheld;
    private final FileTimes times;
    private final IncidentPeople people;

    IncidentAccount(IncidentView view, boolean withheld, FileTimes times, IncidentPeople people) {
        this.view = view;
        this.withheld = withheld;
        this.times = times;
        this.people = people;
    }

    /** One line of a table; what is null stays empty. */
    public record Line(String at, String what, @Nullable String who, @Nullable String way) {}

    /** One agency. @param judgement how its answer stands to its target */
    public record Agency(String name, String state, String sent, List<Line> reactions, @Nullable String remark) {}

    /** From one moment to another. */
    public record Span(String what, String taken, String target, boolean late) {}

    public List<Line> severities() {
        return view.timeline().stream()
                .filter(step -> SEVERITIES.contains(step.step()))
                .map(this::line)
                .toList();
    }

    public List<Line> timeline() {
        return view.timeline().stream().limit(MOST_LINES).map(this::line).toList();
    }

    public int cut() {
        return Math.max(0, view.timeline().size() - MOST_LINES);
    }

    private Line line(Step step) {
        var words = new StringBuilder(people.text("incident.page.step." + step.step()));
        var agency = agencyOf(step);
        agency.ifPresent(name -> words.append(" [").append(name).append(']'));
        var detail = step.detail();
        if (detail != null
                && !agency.filter(detail::equals).isPresent()
                && (!withheld || PLAIN.contains(step.step()))) {
            words.append(' ').append(detail);
        }
        return new Line(times.line(step.at()), words.toString(), step.who(), way(step.channel()));
    }

    private Optional<String> agencyOf(Step step) {
        return view.dispatches().stream()
                .filter(sent -> Objects.equals(sent.id(), step.dispatch()))
                .map(sent -> agency(sent.agency()))
                .findFirst();
    }

    private @Nullable String way(@Nullable String channel) {
        return channel == null ? null : people.text("incident.page.way." + channel);
    }

    private String agency(String code) {
        var key = "incident.agency." + code;
        var name = people.text(key);
        return name.equals(key) ? code.toUpperCase(Locale.ROOT) : name;
    }

    public String source(String code) {
        return people.text("incident.page.way." + code);
    }

    /** Every agency with every try to reach it. */
    public List<Agency> agencies() {
        return view.dispatches().stream().map(this::agency).toList();
    }

    private Agency agency(Sent sent) {
        return new Agency(
                agency(sent.agency()),
                people.text("incident.link.state." + sent.state()),
                times.line(sent.startedAt()),
                view.timeline().stream()
                        .filter(step -> Objects.equals(step.dispatch(), sent.id()))
                        .map(this::line)
                        .toList(),
                withheld ? null : sent.remark());
    }

    /** What was measured, beside what was aimed at. */
    public List<Span> spans() {
        var spans = new java.util.ArrayList<Span>();
        var reported = view.incident().reportedAt();
        first("TRIAGED")
                .ifPresent(judged -> spans.add(new Span(
                        people.text("incident.file.span.judged"),
                        times.span(Duration.between(reported, judged.toInstant())),
                        times.span(Duration.between(reported, view.incident().triageBy())),
                        judged.toInstant().isAfter(view.incident().triageBy()))));
        for (var sent : view.dispatches()) {
            answered(sent).ifPresent(spans::add);
            arrived(sent)
                    .ifPresent(at -> spans.add(new Span(
                            agency(sent.agency()) + ": " + people.text("incident.file.span.arrived"),
                            times.span(Duration.between(sent.startedAt(), at)),
                            "",
                            false)));
        }
        var ended = view.incident().endedAt();
        if (ended != null) {
            spans.add(new Span(
                    people.text("incident.file.span.ended"), times.span(Duration.between(reported, ended)), "", false));
        }
        return spans;
    }

    private Optional<Span> answered(Sent sent) {
        var at = sent.acknowledgedAt();
        if (at == null && !sent.late()) {
            return Optional.empty();
        }
        return Optional.of(new Span(
                agency(sent.agency()) + ": " + people.text("incident.file.span.answered"),
                at == null
                        ? people.text("incident.file.span.none")
                        : times.span(Duration.between(sent.startedAt(), at)),
                times.span(Duration.between(sent.startedAt(), sent.acknowledgeBy())),
                at == null || at.isAfter(sent.acknowledgeBy())));
    }

    private Optional<OffsetDateTime> arrived(Sent sent) {
        return view.timeline().stream()
                .filter(step -> step.step().equals("ARRIVED") && Objects.equals(step.dispatch(), sent.id()))
                .map(Step::at)
                .findFirst();
    }

    private Optional<OffsetDateTime> first(String step) {
        return view.timeline().stream()
                .filter(done -> done.step().equals(step))
                .map(Step::at)
                .findFirst();
    }
}
