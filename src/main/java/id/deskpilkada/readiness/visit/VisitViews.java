package id.deskpilkada.readiness.visit;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Acknowledgement;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows visits: all of an area to those who plan them, their own to those who go. */
@Component
@Transactional(readOnly = true)
class VisitViews {

    private final VisitRows rows;
    private final VisitMessages labels;
    private final FieldReports reports;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final Clock clock;

    VisitViews(
            VisitRows rows,
            VisitMessages labels,
            FieldReports reports,
            Elections elections,
            Regions regions,
            Staff staff,
            Clock clock) {
        this.rows = rows;
        this.labels = labels;
        this.reports = reports;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.clock = clock;
    }

    /** @throws Problem 404 {@code UNKNOWN_VISIT} also for somebody else's */
    public VisitView one(UUID id, Actor actor) {
        return rows.find(id)
                .filter(visit -> visit.leaderId() == actor.id() || actor.may(Permission.PLAN_VISITS, visit.tps()))
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("UNKNOWN_VISIT"));
    }

    /** Those of an area. @throws Problem 403 {@code OUTSIDE_SCOPE} */
    public Page<VisitView> planned(
            RoundRef round, String region, Visit.@Nullable State state, Page.Window window, Actor actor) {
        actor.require(Permission.PLAN_VISITS, region);
        return views(rows.listed(round.id(), Area.digits(region), 0, state, window));
    }

    /** Those of the caller. */
    public Page<VisitView> own(RoundRef round, Visit.@Nullable State state, Page.Window window, Actor actor) {
        return views(rows.listed(round.id(), "", actor.id(), state, window));
    }

    private Page<VisitView> views(Page<Visit> visits) {
        return new Page<>(
                visits.items().stream().map(this::view).toList(), visits.page(), visits.size(), visits.total());
    }

    VisitView view(Visit visit) {
        var round = elections.round(visit.roundId());
        var station = elections.station(round, visit.tps()).orElse(null);
        return new VisitView(
                visit.id(),
                round.electionCode(),
                round.code(),
                visit.tps(),
                labels.station(visit.tps()),
                regions.name(visit.tps().substring(0, 6)),
                station == null ? null : station.address(),
                station == null ? null : station.lat(),
                station == null ? null : station.lng(),
                staff.person(visit.leaderId()).map(Person::username).orElse(""),
                staff.name(visit.leaderId()),
                local(visit.dueAt()),
                visit.timed(),
                visit.state() == Visit.State.PLANNED && visit.dueAt().isBefore(clock.instant()),
                visit.reason(),
                visit.state(),
                visit.answer(),
                visit.answerText(),
                confirmation(visit.reportId()));
    }

    private VisitView.@Nullable Confirmation confirmation(@Nullable UUID reportId) {
        return reportId == null
                ? null
                : reports.find(reportId)
                        .map(report -> new VisitView.Confirmation(
                                local(report.receivedAt()),
                                text(report.data().path("situation")),
                                text(report.data().path("remarks")),
                                StreamSupport.stream(
                                                report.data().path("photos").spliterator(), false)
                                        .map(JsonNode::asText)
                                        .toList(),
                                reports.acknowledgement(reportId)
                                        .map(Acknowledgement::receipt)
                                        .orElse("")))
                        .orElse(null);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }
}
