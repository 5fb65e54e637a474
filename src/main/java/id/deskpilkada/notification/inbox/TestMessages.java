package id.deskpilkada.notification.inbox;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody try whether their addresses work, once a minute. */
@Component
class TestMessages {

    private final Notifications notifications;
    private final DeskSettings settings;
    private final Clock clock;

    TestMessages(Notifications notifications, DeskSettings settings, Clock clock) {
        this.notifications = notifications;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void send(Actor actor) {
        long minute = clock.instant().getEpochSecond() / 60;
        var area = actor.areas().stream().findFirst().orElse(settings.area());
        notifications.send(Message.of("test", actor.name())
                .to(Recipient.staff(actor.id()))
                .about("test/" + actor.id() + "/" + minute, area)
                .urgently()
                .linking("/kotak-masuk"));
    }
}
