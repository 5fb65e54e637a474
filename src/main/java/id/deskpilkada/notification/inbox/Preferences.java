package id.deskpilkada.notification.inbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.outbox.ReadyChannels;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How somebody wants to be reached outside the inbox, in order; the inbox always has everything. */
@Component
class Preferences {

    private final JdbcClient jdbc;
    private final ReadyChannels channels;

    Preferences(JdbcClient jdbc, ReadyChannels channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    enum Uses {
        ALWAYS,
        URGENT,
        NEVER
    }

    /** @param ready whether this installation has set the channel up */
    record Preference(ChannelCode channel, Uses uses, @Nullable String address, boolean ready) {}

    record Choice(ChannelCode channel, Uses uses) {}

    @Transactional(readOnly = true)
    public List<Preference> of(long staffId) {
        return jdbc.sql(
                        """
                        SELECT w.channel, coalesce(p.uses, w.uses) AS uses, CASE w.channel WHEN 'EMAIL' THEN s.email ELSE s.phone END AS address
                        FROM staff_member s CROSS JOIN (VALUES ('EMAIL', 1, 'ALWAYS'), ('SMS', 2, 'URGENT')) AS w(channel, position, uses)
                        LEFT JOIN message_preference p ON p.staff_id = s.id AND p.channel = w.channel
                        WHERE s.id = ? ORDER BY coalesce(p.position, w.position), w.channel
                        """)
                .param(staffId)
                .query((row, number) -> {
                    var channel = ChannelCode.valueOf(row.getString("channel"));
                    return new Preference(
                            channel,
                            Uses.valueOf(row.getString("uses")),
                            row.getString("address"),
                            channels.ready().contains(channel));
                })
                .list();
    }

    /** @throws Problem 422 for a channel that is none of {@code EMAIL}, {@code SMS}, or stands there twice */
    @Transactional
    public void choose(long staffId, List<Choice> inOrder) {
        var seen = EnumSet.noneOf(ChannelCode.class);
        var faults = new ArrayList<FieldProblem>();
        for (var choice : inOrder) {
            if (!ChannelCode.outward().contains(choice.channel()) || !seen.add(choice.channel())) {
                faults.add(FieldProblem.field("channel", choice.channel().name(), "MALFORMED_VALUE"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        jdbc.sql("DELETE FROM message_preference WHERE staff_id = ?")
                .param(staffId)
                .update();
        for (int at = 0; at < inOrder.size(); at++) {
            jdbc.sql("INSERT INTO message_preference (staff_id, channel, position, uses) VALUES (?, ?, ?, ?)")
                    .params(
                            staffId,
                            inOrder.get(at).channel().name(),
                            at + 1,
                            inOrder.get(at).uses().name())
                    .update();
        }
    }
}
