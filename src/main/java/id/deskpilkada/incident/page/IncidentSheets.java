package id.deskpilkada.incident.page;

import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.IncidentWork;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.incident.dispatch.DispatchSheets;
import id.deskpilkada.incident.dispatch.DispatchSheets.Sheet;
import id.deskpilkada.incident.reading.IncidentReading;
import id.deskpilkada.incident.reading.IncidentView;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.Agency;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of an incident shows. */
@Service
class IncidentSheets {

    /** Those of the tables; an installation may know others by its directory. */
    private static final List<String> USUAL = List.of(
            "psc",
            "dinkes",
            "bpbd",
            "basarnas",
            "damkar",
            "polri",
            "satpolpp",
            "kpu",
            "bawaslu",
            "pln",
            "diskominfo",
            "tni",
            "pmi");

    private static final Pattern REASON = Pattern.compile(": ([A-Z_]+)$");

    private final IncidentReading reading;
    private final IncidentRows rows;
    private final Timeline timeline;
    private final DispatchSheets dispatches;
    private final IncidentWork work;
    private final IncidentCallers callers;
    private final IncidentPeople people;
    private final Agencies agencies;
    private final Messages messages;
    private final Clock clock;

    IncidentSheets(
            IncidentReading reading,
            IncidentRows rows,
            Timeline timeline,
            DispatchSheets dispatches,
            IncidentWork work,
            IncidentCallers callers,
            IncidentPeople people,
            Agencies agencies,
            Messages messages,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.timeline = timeline;
        this.dispatches = dispatches;
        this.work = work;
        this.callers = callers;
        this.people = people;
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws Problem 403 {@code FORBIDDEN}, 404 {@code UNKNOWN_INCIDENT}, also for one that is not the reader's */
    @Transactional(readOnly = true)
    public IncidentSheet of(long id, Actor actor) {
        var view = reading.one(id, actor);
        var incident = rows.get(id);
        var area = incident.area();
        var seen = view.dispatches().stream().map(IncidentView.Sent::id).collect(Collectors.toSet());
        var sent = dispatches.of(id).stream()
                .filter(sheet -> seen.contains(sheet.dispatch().id()))
                .toList();
        boolean decides = actor.may(Permission.TRIAGE_INCIDENTS, area);
        boolean whole = actor.may(Permission.SEE_INCIDENTS, area);
        return new IncidentSheet(
                view,
                area,
                decides,
                whole,
                timeline.since(id, 0).stream()
                        .mapToLong(Timeline.Entry::id)
                        .max()
                        .orElse(0),
                sent,
                whole ? work.of(incident, seen) : List.of(),
                callers.of(incident, actor),
                decides ? choices(view, area, sent) : List.of(),
                clock.instant());
    }

    /** What people have told or decided since a line of the timeline. */
    @Transactional(readOnly = true)
    public List<Timeline.Entry> news(long id, long seen) {
        return timeline.since(id, seen);
    }

    /** What officials call an agency. */
    public String agency(String code) {
        return people.agency(code);
    }

    /** Who did a step; null where nobody did. */
    public @Nullable String who(IncidentView.Step step) {
        return Timeline.isByItself(step.step()) ? null : step.who();
    }

    /** With the reason of a message that did not arrive in words. */
    public String detail(IncidentView.Step step) {
        var detail = Objects.requireNonNullElse(step.detail(), "");
        var code = REASON.matcher(detail);
        return step.step().equals("NOT_DELIVERED") && code.find()
                ? detail.substring(0, code.start(1)) + messages.text("notification.reason." + code.group(1))
                : detail;
    }

    private List<String> choices(IncidentView view, String area, List<Sheet> sent) {
        var codes = new LinkedHashSet<>(view.proposedAgencies());
        codes.addAll(USUAL);
        agencies.all(area).stream().map(Agency::code).forEach(codes::add);
        sent.stream()
                .map(Sheet::dispatch)
                .filter(dispatch -> dispatch.state().isOpen())
                .forEach(dispatch -> codes.remove(dispatch.agency()));
        return List.copyOf(codes);
    }
}
