package id.deskpilkada.readiness.checklist;

import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.engine.Decisions;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.OfflinePlans;
import id.deskpilkada.readiness.ReadinessChanged;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.ReadinessState;
import id.deskpilkada.readiness.checklist.Shortcomings.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Derives how ready a TPS is from what was reported, by the tables {@code readiness-follow-up} and {@code readiness-status}. */
@Component
class ReadinessStatus {

    private final ReadinessRows rows;
    private final Shortcomings shortcomings;
    private final Checklist checklist;
    private final Decisions tables;
    private final ReadinessSlots slots;
    private final ObjectProvider<OfflinePlans> plans;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final JdbcClient jdbc;

    ReadinessStatus(
            ReadinessRows rows,
            Shortcomings shortcomings,
            Checklist checklist,
            Decisions tables,
            ReadinessSlots slots,
            ObjectProvider<OfflinePlans> plans,
            ApplicationEventPublisher events,
            Changes changes,
            JdbcClient jdbc) {
        this.rows = rows;
        this.shortcomings = shortcomings;
        this.checklist = checklist;
        this.tables = tables;
        this.slots = slots;
        this.plans = plans;
        this.events = events;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** @param reported the stage of a report that came just now; null when the state is derived for another reason */
    void derive(ReadinessCase about, @Nullable ReadinessStage reported) {
        var row = rows.lock(about);
        shortcomings.follow(
                about,
                missing(about, row),
                reported,
                stage -> slots.due(about.round().id(), stage));
        var open = shortcomings.of(about);
        var site = state(row.siteSeq() == null ? "NONE" : "ALL", open, one -> one.stage() == ReadinessStage.SITE);
        var logistics = state(
                row.logisticsSeq() == null ? "NONE" : "ALL", open, one -> one.stage() == ReadinessStage.LOGISTICS);
        var state = state(checked(row), open, one -> true);
        rows.derived(about, state, site, logistics);
        if (state != row.state()) {
            events.publishEvent(new ReadinessChanged(
                    about.round().id(),
                    about.tps(),
                    about.code().villageArea(),
                    about.code().districtArea(),
                    state));
        }
        changes.announce("readiness", about.tps());
    }

    private static String checked(ReadinessRows.Row row) {
        if (row.siteSeq() == null && row.logisticsSeq() == null) {
            return "NONE";
        }
        return row.next() == null ? "ALL" : "PART";
    }

    private ReadinessState state(String checked, List<Shortcoming> open, Predicate<Shortcoming> counts) {
        var these = open.stream().filter(counts).toList();
        var blocking = these.stream().filter(Shortcoming::standsInTheWay).toList();
        Map<String, Object> facts = Map.of(
                "checked",
                checked,
                "blocking",
                blocking.stream().anyMatch(one -> !one.isOfflinePlan()),
                "offlinePlanMissing",
                blocking.stream().anyMatch(Shortcoming::isOfflinePlan),
                "conditions",
                these.size() > blocking.size());
        return ReadinessState.valueOf(answer("readiness-status", facts, "state"));
    }

    private List<Wanted> missing(ReadinessCase about, ReadinessRows.Row row) {
        var items = checklist.byCode();
        var owners = new HashMap<String, String>();
        var missing = new ArrayList<Wanted>();
        for (var given : answers(about)) {
            var item = items.get(given.itemCode());
            if (item != null && item.active() && given.answer() != Answer.OK) {
                boolean unknown = given.answer() == Answer.UNKNOWN;
                var owner = unknown ? null : owner(item, owners);
                missing.add(wanted(item, given.answer().name(), owner, item.blocking() && !unknown));
            }
        }
        if (row.siteSeq() != null && row.floodRisk()) {
            var flood = ChecklistItem.beside(ChecklistItem.FLOOD_RISK, ChecklistItem.FLOOD, false);
            missing.add(wanted(flood, Answer.MISSING.name(), owner(flood, owners), false));
        }
        if (row.connectivity() == Connectivity.NONE && !planned(about)) {
            var plan = ChecklistItem.beside(ChecklistItem.OFFLINE_PLAN, ChecklistItem.SIGNAL, true);
            missing.add(wanted(plan, Answer.MISSING.name(), owner(plan, owners), true));
        }
        return missing;
    }

    private boolean planned(ReadinessCase about) {
        return plans.orderedStream()
                .anyMatch(known -> known.complete(about.round().id(), about.tps()));
    }

    private static Wanted wanted(ChecklistItem item, String answer, @Nullable String owner, boolean blocking) {
        return new Wanted(item.stage(), item.code(), answer, owner, blocking, item.followUpDays());
    }

    private String owner(ChecklistItem item, Map<String, String> known) {
        var own = item.owner();
        return own != null ? own : known.computeIfAbsent(item.itemGroup(), this::ownerOf);
    }

    private String ownerOf(String group) {
        return answer("readiness-follow-up", Map.of("group", group), "owner");
    }

    private String answer(String table, Map<String, Object> facts, String output) {
        return Objects.requireNonNull(tables.decide(table, facts).get(output)).toString();
    }

    private List<Given> answers(ReadinessCase about) {
        return jdbc.sql("SELECT item_code, answer FROM readiness_answer WHERE round_id = ? AND tps_code = ?")
                .params(about.round().id(), about.tps())
                .query(Given.class)
                .list();
    }

    record Given(String itemCode, Answer answer) {}
}
