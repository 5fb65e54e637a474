package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.directory.Agency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom of an agency is written to, by which channel, in which order; fixed when the agency is sent. */
@Component
class DispatchContacts {

    /** The person's own channels. */
    static final String OWN = "OWN";

    private static final int MOST_PEOPLE = 12;
    private static final String MOBILE = "+628";

    private final JdbcClient jdbc;
    private final Clock clock;

    DispatchContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One contact by one channel.
     *
     * @param position those of one position are written to together
     * @param address of an office; null for a person of the staff list
     */
    record Contact(
            long dispatchId,
            int position,
            int number,
            String name,
            @Nullable Long staffId,
            String channel,
            @Nullable String address,
            @Nullable UUID messageId) {

        boolean isOffice() {
            return address != null;
        }
    }

    /** People of the staff list come first and together, then the offices, nearest first, channel after channel, then all people once more. Life in danger: people and the nearest office at once. */
    static List<List<Contact>> order(List<Person> people, List<Agency> offices, boolean lifeInDanger) {
        var staff = people.stream()
                .limit(MOST_PEOPLE)
                .map(person -> new Contact(0, 0, 0, person.name(), person.id(), OWN, null, null))
                .toList();
        List<List<Contact>> order = new ArrayList<>();
        if (!staff.isEmpty()) {
            order.add(new ArrayList<>(staff));
        }
        for (var office : offices.stream().filter(Agency::confirmed).toList()) {
            var channels = channels(office);
            if (lifeInDanger && !channels.isEmpty() && order.size() < 2 && office.equals(offices.get(0))) {
                if (order.isEmpty()) {
                    order.add(new ArrayList<>());
                }
                order.get(0).addAll(channels);
            } else {
                channels.forEach(channel -> order.add(List.of(channel)));
            }
        }
        if (!staff.isEmpty()) {
            order.add(staff);
        }
        return order;
    }

    private static List<Contact> channels(Agency office) {
        List<Contact> channels = new ArrayList<>();
        for (var channel : office.channels()) {
            var code =
                    switch (channel.way()) {
                        case EMAIL -> ChannelCode.EMAIL;
                        case WHATSAPP -> ChannelCode.SMS;
                        case PHONE -> channel.address().startsWith(MOBILE) ? ChannelCode.SMS : null;
                    };
            boolean again =
                    channels.stream().anyMatch(known -> channel.address().equals(known.address()));
            if (code != null && !again) {
                channels.add(new Contact(0, 0, 0, office.name(), null, code.name(), channel.address(), null));
            }
        }
        return channels;
    }

    void keep(long dispatch, List<List<Contact>> order) {
        for (int position = 0; position < order.size(); position++) {
            int number = 0;
            for (var contact : order.get(position)) {
                jdbc.sql(
                                """
                                INSERT INTO dispatch_contact (dispatch_id, position, number, name, staff_id, channel, address) VALUES (?, ?, ?, ?, ?::bigint, ?, ?)
                                """)
                        .params(dispatch, position, number++, contact.name(), contact.staffId())
                        .params(contact.channel(), contact.address())
                        .update();
            }
        }
    }

    int positions(long dispatch) {
        return jdbc.sql("SELECT count(DISTINCT position) FROM dispatch_contact WHERE dispatch_id = ?")
                .param(dispatch)
                .query(Integer.class)
                .single();
    }

    List<Contact> at(long dispatch, int position) {
        return all(dispatch).stream()
                .filter(contact -> contact.position() == position)
                .toList();
    }

    List<Contact> all(long dispatch) {
        return jdbc.sql(
                        "SELECT dispatch_id, position, number, name, staff_id, channel, address, message_id FROM dispatch_contact WHERE dispatch_id = ? ORDER BY position, number")
                .param(dispatch)
                .query(Contact.class)
                .list();
    }

    void sent(Contact contact, UUID message) {
        jdbc.sql(
                        "UPDATE dispatch_contact SET message_id = ?, sent_at = ? WHERE dispatch_id = ? AND position = ? AND number = ?")
                .params(message, DispatchRows.utc(clock.instant()))
                .params(contact.dispatchId(), contact.position(), contact.number())
                .update();
    }

    Optional<Contact> ofMessage(UUID message) {
        return jdbc.sql(
                        "SELECT dispatch_id, position, number, name, staff_id, channel, address, message_id FROM dispatch_contact WHERE message_id = ?")
                .param(message)
                .query(Contact.class)
                .optional();
    }

    void failed(UUID message) {
        mark("failed_at", message);
    }

    void delivered(UUID message) {
        mark("delivered_at", message);
    }

    private void mark(String column, UUID message) {
        jdbc.sql("UPDATE dispatch_contact SET " + column + " = ? WHERE message_id = ?")
                .params(DispatchRows.utc(clock.instant()), message)
                .update();
    }

    /** Whether nobody of those written to so far can still be reached by what was sent. */
    boolean allFailed(long dispatch) {
        return jdbc.sql(
                        "SELECT count(*) > 0 AND count(*) = count(failed_at) FROM dispatch_contact WHERE dispatch_id = ? AND message_id IS NOT NULL")
                .param(dispatch)
                .query(Boolean.class)
                .single();
    }

    /** Which contacts an incident of this kind would have. */
    static List<List<Contact>> order(Routing routing, String agency, Incident incident) {
        return order(routing.people(agency, incident), routing.offices(agency, incident), incident.isLifeInDanger());
    }
}
