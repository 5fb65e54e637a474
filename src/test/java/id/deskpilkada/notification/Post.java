package id.deskpilkada.notification;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A regency whose people have addresses, and the outbox by hand. */
@Component
class Post {

    static final String PHONE = "0812-3456-7890";

    private final Installation installation;
    private final Staff staff;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Environment settings;
    private final Heard heard;

    Post(
            Installation installation,
            Staff staff,
            Notifications notifications,
            TransactionTemplate transaction,
            Environment settings,
            Heard heard) {
        this.installation = installation;
        this.staff = staff;
        this.notifications = notifications;
        this.transaction = transaction;
        this.settings = settings;
        this.heard = heard;
    }

    SmallRegency regency() {
        heard.forget();
        return new SmallRegency(installation, staff).create();
    }

    MailServer mailServer() {
        return new MailServer(settings.getRequiredProperty("desk.notification.email.port", Integer.class));
    }

    SmsGateway gateway() {
        return new SmsGateway(settings.getRequiredProperty("desk.notification.sms.url"));
    }

    /** Somebody with addresses who signs in with the regency's password. */
    Actor person(SmallRegency regency, String username, String grant, @Nullable String phone, @Nullable String email) {
        var parts = grant.split("@");
        regency.person(username, parts[0], parts[1]);
        staff.enrol(List.of(new Person(
                0, username, username, phone, email, null, null, null, true, List.of(new Grant(parts[0], parts[1])))));
        return staff.actor(username).orElseThrow();
    }

    UUID send(Message message) {
        var id = transaction.execute(status -> notifications.send(message));
        if (id == null) {
            throw new AssertionError();
        }
        return id;
    }

    /** A test message about an occasion. */
    Message test(Actor to, String occasion) {
        return Message.of("test", to.name()).to(Recipient.staff(to.id())).about(occasion, "360405");
    }

    MessageTrace trace(UUID id) {
        return notifications.trace(id).orElseThrow();
    }

    MessageTrace.Way way(UUID id, ChannelCode channel) {
        return trace(id).ways().stream()
                .filter(way -> way.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    int drain() {
        return notifications.drain();
    }

    /** Every wait and every lease is over. */
    void timePasses() {
        installation
                .asOwner()
                .update(
                        "UPDATE desk.message_delivery SET next_attempt_at = now() - interval '1 second', lease_until = now() - interval '1 second'");
        installation.asOwner().update("UPDATE desk.message_event SET next_attempt_at = now() - interval '1 second'");
    }

    /** Attempt after attempt until nothing is tried any more. */
    void drainToTheEnd() {
        while (drain() > 0) {
            timePasses();
        }
    }

    List<Object> events() {
        return heard.events();
    }
}
