package id.deskpilkada.tierreport.page;

import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.page.Calendar.Sent;
import id.deskpilkada.tierreport.page.Calendar.SentCell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become of the regency's reports on their way up, slot by slot. */
@Component("deliveriesOfCalendar")
class Deliveries {

    private final JdbcClient jdbc;
    private final Regions regions;

    Deliveries(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    private record Row(String recipient, String slot, String state, @Nullable Instant at) {}

    /** One for each recipient that was sent something, by name; nothing for who may not see it. */
    List<Sent> of(long roundId, List<SlotRef> slots, Actor actor) {
        if (!actor.may(Permission.READ_DELIVERIES, regions.installation().area())) {
            return List.of();
        }
        Map<String, List<Row>> byRecipient = rows(roundId).stream()
                .collect(Collectors.groupingBy(Row::recipient, TreeMap::new, Collectors.toList()));
        return byRecipient.entrySet().stream()
                .map(sent -> new Sent(sent.getKey(), cells(slots, sent.getValue())))
                .toList();
    }

    private static List<@Nullable SentCell> cells(List<SlotRef> slots, List<Row> sent) {
        var cells = new ArrayList<@Nullable SentCell>();
        slots.forEach(slot -> cells.add(sent.stream()
                .filter(row -> row.slot().equals(slot.slot()))
                .findFirst()
                .map(row -> new SentCell(row.state(), row.at()))
                .orElse(null)));
        return cells;
    }

    /** Of the last version that went to a recipient. */
    private List<Row> rows(long roundId) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (d.recipient, r.slot) d.recipient, r.slot, d.state, coalesce(d.received_at, d.sent_at) AS at
                        FROM tier_delivery d JOIN tier_report r ON r.id = d.report_id
                        WHERE r.round_id = ? AND d.state <> 'SUPERSEDED' ORDER BY d.recipient, r.slot, r.version DESC
                        """)
                .param(roundId)
                .query(Row.class)
                .list();
    }
}
