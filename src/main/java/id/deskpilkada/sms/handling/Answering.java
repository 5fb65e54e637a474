package id.deskpilkada.sms.handling;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.SmsRows;
import id.deskpilkada.sms.SmsSettings;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a message ended, together with the one reply to it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Answering {

    private static final String DESK = "desk";
    private static final Duration ALARMED_AGAIN = Duration.ofMinutes(10);

    private final SmsRows rows;
    private final Notifications notifications;
    private final Changes changes;
    private final Staff staff;
    private final SmsSettings settings;
    private final DeskSettings desk;
    private final Clock clock;

    Answering(
            SmsRows rows,
            Notifications notifications,
            Changes changes,
            Staff staff,
            SmsSettings settings,
            DeskSettings desk,
            Clock clock) {
        this.rows = rows;
        this.notifications = notifications;
        this.changes = changes;
        this.staff = staff;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** Whether a number can be answered at all; short codes of operators cannot. */
    public boolean possible(String number) {
        return PhoneNumber.of(number).filter(PhoneNumber::mobile).isPresent();
    }

    /** Who is not known is told so once a day. */
    public boolean toldUnknown(String number) {
        return rows.toldUnknown(number, clock.instant().minus(Duration.ofDays(1)));
    }

    public void settle(InboundSms message, SmsOutcome outcome, @Nullable Understood understood) {
        boolean flood = outcome.state() != SmsState.PARKED
                && rows.ofNumber(message.number(), clock.instant().minus(Duration.ofHours(1)))
                        > settings.repliesPerNumber();
        var ended = flood || !possible(message.number()) ? without(outcome) : outcome;
        rows.settle(message, ended);
        var area = ended.area() == null ? desk.area() : ended.area();
        if (ended.state() == SmsState.TAKEN) {
            rows.overtaken(message, ended, area);
        }
        if (ended.reply() != null) {
            reply(message, ended, area, understood == null ? null : understood.sender());
        }
        changes.announce("sms", area);
    }

    private static SmsOutcome without(SmsOutcome outcome) {
        return outcome.reply() == null ? outcome : outcome.ending(outcome.state(), outcome.reason(), null);
    }

    private void reply(InboundSms message, SmsOutcome ended, String area, @Nullable Actor sender) {
        var name = sender == null ? message.number() : sender.name();
        var reply = Message.of("sms-reply", String.valueOf(ended.reply()))
                .to(Recipient.contact(name, Map.of(ChannelCode.SMS, message.number())))
                .about("sms/" + message.id() + "/" + message.attempts(), area)
                .by(ChannelCode.SMS)
                .forRecipientOnly(true);
        notifications.send(ended.votes() ? reply.carryingVotes() : reply);
    }

    /** Somebody calls for help whom nobody knows: the desk looks at once, and is told of the same number again after some minutes only, for each telling costs an SMS to everybody there. */
    public void alarm(InboundSms message, @Nullable Long practice) {
        var minutes = message.receivedAt().getEpochSecond() / ALARMED_AGAIN.toSeconds();
        var occasion = "sms-alarm/" + message.number() + "/" + minutes + (practice == null ? "" : "/" + practice);
        for (var person : staff.holders(DESK, desk.area())) {
            var alarm = Message.of("sms-alarm", message.number())
                    .to(Recipient.staff(person.id()))
                    .about(occasion, desk.area())
                    .urgently()
                    .linking("/desk/sms-masuk");
            notifications.send(practice == null ? alarm : alarm.ofRound(practice));
        }
    }
}
