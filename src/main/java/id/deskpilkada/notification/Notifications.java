package id.deskpilkada.notification;

import id.deskpilkada.notification.Recipient.Contact;
import id.deskpilkada.notification.Recipient.StaffMember;
import id.deskpilkada.notification.desk.Traces;
import id.deskpilkada.notification.outbox.Couriers;
import id.deskpilkada.notification.outbox.Draft;
import id.deskpilkada.notification.outbox.Outbox;
import id.deskpilkada.notification.outbox.OutboxSettings;
import id.deskpilkada.notification.outbox.PracticeRounds;
import id.deskpilkada.notification.text.MessageTexts;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How features reach people. */
@Service
public class Notifications {

    private static final String ONE = "SELECT CAST(:staff AS bigint) AS staff_id, CAST(:area AS text) AS area";

    private final MessageTexts texts;
    private final Outbox outbox;
    private final Traces traces;
    private final Couriers couriers;
    private final PracticeRounds practices;
    private final Changes changes;
    private final JdbcClient jdbc;

    Notifications(
            MessageTexts texts,
            Outbox outbox,
            Traces traces,
            Couriers couriers,
            PracticeRounds practices,
            Changes changes,
            JdbcClient jdbc) {
        this.texts = texts;
        this.outbox = outbox;
        this.traces = traces;
        this.couriers = couriers;
        this.practices = practices;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * Writes the message down in the caller's transaction; it goes out once that is committed. The same occasion and recipient again changes nothing.
     *
     * @return the message's id, the first one's for a repetition
     * @throws IllegalArgumentException for an unknown template or staff member, or a message without recipient or occasion
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Message message) {
        var recipient = message.recipient();
        if (recipient == null || message.occasion().isBlank() || message.area().isBlank()) {
            throw new IllegalArgumentException("a message needs a recipient, an occasion and an area");
        }
        var draft = draft(message);
        int written = Scope.system(
                OutboxSettings.WORK,
                () -> recipient instanceof Contact contact
                        ? outbox.toContact(draft, contact, recipient.key(), message.area())
                        : toStaff(draft, (StaffMember) recipient, message.area()));
        var id = traces.id(message.occasion(), recipient.key())
                .orElseThrow(() -> new IllegalArgumentException("nobody on the staff list is " + recipient.key()));
        if (written > 0) {
            outbox.attach(id, message.attachments());
        }
        return id;
    }

    private Draft draft(Message message) {
        var practice = practices.of(message.roundId());
        var text = texts.of(message);
        return new Draft(
                message.occasion(),
                message.template(),
                message.urgent(),
                message.link(),
                practice.isPresent() ? texts.ofPractice(text) : text,
                message.channels(),
                null,
                practice.map(PracticeRounds.Practice::round).orElse(null),
                practice.filter(found -> !found.outside()).isPresent(),
                message.forRecipientOnly());
    }

    /** What has become of a message. */
    @Transactional(readOnly = true)
    public Optional<MessageTrace> trace(UUID message) {
        return traces.trace(message);
    }

    /** The short text of a template for a person to send or say by themselves. */
    public ReadyText ready(Message message, @Nullable PhoneNumber number) {
        var text = texts.of(message);
        boolean practice = practices.of(message.roundId()).isPresent();
        return ReadyText.of((practice ? texts.ofPractice(text) : text).brief(), number);
    }

    /** Works off in the caller's thread all that can go now, and tells how many attempts that were. It goes by itself unless {@code desk.notification.enabled} is false. */
    public int drain() {
        return couriers.drain();
    }

    private int toStaff(Draft draft, StaffMember someone, String area) {
        int written = outbox.toStaff(draft, ONE, Map.of("staff", someone.id(), "area", area));
        if (written > 0) {
            changes.announce("inbox", placeOf(someone.id()).orElse(area));
        }
        return written;
    }

    /** Where the person works: only pages around it look again. */
    private Optional<String> placeOf(long staff) {
        return jdbc.sql("SELECT min(area) FROM staff_role WHERE staff_id = ? HAVING count(*) > 0")
                .param(staff)
                .query(String.class)
                .optional();
    }
}
