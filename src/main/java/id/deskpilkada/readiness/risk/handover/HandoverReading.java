package id.deskpilkada.readiness.risk.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.risk.RiskIndicators;
import id.deskpilkada.readiness.risk.RiskPlaces;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists as somebody may read them: all of one's area for readers of the register, one's own for an agency. */
@Service
@Transactional(readOnly = true)
public class HandoverReading {

    private final HandoverRepository lists;
    private final HandoverItems items;
    private final Measures measures;
    private final HandoverSteps steps;
    private final RiskIndicators indicators;
    private final RiskPlaces places;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverReading(
            HandoverRepository lists,
            HandoverItems items,
            Measures measures,
            HandoverSteps steps,
            RiskIndicators indicators,
            RiskPlaces places,
            Staff staff,
            JdbcClient jdbc,
            Clock clock) {
        this.lists = lists;
        this.items = items;
        this.measures = measures;
        this.steps = steps;
        this.indicators = indicators;
        this.places = places;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param name in the reader's language */
    public record Indicator(String code, String name) {}

    /**
     * A list, without what stands on it.
     *
     * @param late whether the agency's answer, or what it was to do, is overdue
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long id,
            String state,
            String agency,
            String agencyName,
            String region,
            String place,
            List<Indicator> indicators,
            @Nullable String note,
            int rows,
            Instant acknowledgeBy,
            Instant measuresBy,
            boolean late,
            @Nullable Instant handedAt,
            @Nullable String handedBy,
            @Nullable Instant acknowledgedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureView(
            UUID id,
            String agency,
            String region,
            String place,
            @Nullable String indicator,
            String what,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /** @param uncovered rows of the list for which no measure is written down */
    public record Whole(
            Line list, int uncovered, List<MeasureView> measures, List<HandoverSteps.Step> steps, boolean mayAct) {}

    /** One row of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            long risk,
            String code,
            String place,
            String indicator,
            String name,
            @Nullable String note,
            @Nullable String level,
            boolean covered) {}

    /** The newest first. @param state a state or an empty text */
    public Page<Line> page(Actor actor, String state, Page.Window window) {
        var readable = String.join(",", Actor.widest(actor.areas(Permission.READ_RISKS)));
        var own = String.join(
                ",",
                actor.grants().stream()
                        .flatMap(grant -> grant.agency().map(agency -> agency + " " + grant.area()).stream())
                        .toList());
        if (readable.isEmpty() && own.isEmpty()) {
            throw Problem.forbidden("FORBIDDEN");
        }
        var seen =
                """
                FROM risk_handover h WHERE (:state = '' OR h.state = :state)
                AND (EXISTS (SELECT 1 FROM unnest(string_to_array(:readable, ',')) a WHERE starts_with(h.area, a))
                  OR h.state <> 'PROPOSED' AND EXISTS (SELECT 1 FROM unnest(string_to_array(:own, ',')) o
                     WHERE h.agency = split_part(o, ' ', 1) AND starts_with(h.area, split_part(o, ' ', 2))))
                """;
        var ids = jdbc.sql("SELECT h.id " + seen + "ORDER BY h.id DESC LIMIT :limit OFFSET :offset")
                .param("state", state)
                .param("readable", readable)
                .param("own", own)
                .param("limit", window.size())
                .param("offset", window.offset())
                .query(Long.class)
                .list();
        long total = jdbc.sql("SELECT count(*) " + seen)
                .param("state", state)
                .param("readable", readable)
                .param("own", own)
                .query(Long.class)
                .single();
        var lines =
                ids.stream().map(id -> line(lists.findById(id).orElseThrow())).toList();
        return new Page<>(lines, window.page(), window.size(), total);
    }

    /** @throws Problem 404 {@code HANDOVER_NOT_FOUND} also for a list that is not one's own */
    public Whole one(long id, Actor actor) {
        var list = readable(id, actor);
        return new Whole(
                line(list),
                items.uncovered(list).size(),
                measures.of(list).stream().map(this::view).toList(),
                steps.of(id),
                mayAct(list, actor));
    }

    public Page<Row> rows(long id, Page.Window window, Actor actor) {
        var list = readable(id, actor);
        var known = indicators.byCode();
        var found = items.page(list, window);
        return new Page<>(
                found.items().stream()
                        .map(item -> new Row(
                                item.riskId(),
                                places.code(item.area()),
                                item.place(),
                                item.indicator(),
                                known.containsKey(item.indicator())
                                        ? known.get(item.indicator()).text()
                                        : item.label(),
                                item.note(),
                                item.level(),
                                item.covered()))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    Handover readable(long id, Actor actor) {
        return lists.findById(id)
                .filter(list -> actor.may(Permission.READ_RISKS, list.area())
                        || list.state() != HandoverState.PROPOSED && isTheirs(list, actor))
                .orElseThrow(() -> Problem.notFound("HANDOVER_NOT_FOUND"));
    }

    /** Whether somebody may write down what is done: people of the agency, and the desk for them. */
    boolean mayAct(Handover list, Actor actor) {
        return isTheirs(list, actor) || actor.may(Permission.HAND_OVER_RISKS, list.area());
    }

    private static boolean isTheirs(Handover list, Actor actor) {
        return actor.grants().stream()
                .anyMatch(
                        grant -> grant.agency().filter(list.agency()::equals).isPresent() && grant.covers(list.area()));
    }

    private Line line(Handover list) {
        var known = indicators.byCode();
        var now = clock.instant();
        return new Line(
                list.id(),
                list.state().name(),
                list.agency(),
                indicators.ownerName(list.agency()),
                places.code(list.area()),
                places.name(list.area()),
                list.indicators().stream()
                        .map(code -> new Indicator(
                                code, known.containsKey(code) ? known.get(code).text() : code))
                        .toList(),
                list.note(),
                list.state() == HandoverState.PROPOSED
                        ? items.waiting(list.roundId(), choiceOf(list))
                        : items.count(list),
                list.acknowledgeBy(),
                list.measuresBy(),
                list.state() == HandoverState.HANDED && now.isAfter(list.acknowledgeBy())
                        || list.state() == HandoverState.ACKNOWLEDGED && now.isAfter(list.measuresBy()),
                list.handedAt(),
                list.handedById() == null ? null : staff.name(list.handedById()),
                list.acknowledgedAt());
    }

    private static HandoverChoice choiceOf(Handover list) {
        return new HandoverChoice(list.area(), list.indicators(), list.agency(), list.note(), null, null);
    }

    private MeasureView view(Measures.Measure measure) {
        return new MeasureView(
                measure.id(),
                measure.agency(),
                places.code(measure.area()),
                places.name(measure.area()),
                measure.indicator(),
                measure.what(),
                measure.dueOn(),
                measure.doneOn());
    }
}
