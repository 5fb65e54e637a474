package id.deskpilkada.sms.handling;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.region.Regions;
import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.sms.grammar.Said;
import id.deskpilkada.sms.grammar.Spoken;
import id.deskpilkada.staff.PhoneBook;
import id.deskpilkada.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a message for whoever sent it. */
@Component
class Reader {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final PhoneBook phones;
    private final Staff staff;
    private final C1Reports forms;
    private final DayReports days;
    private final EmergencyReports emergencies;
    private final Replies replies;
    private final Regions regions;

    Reader(
            PhoneBook phones,
            Staff staff,
            C1Reports forms,
            DayReports days,
            EmergencyReports emergencies,
            Replies replies,
            Regions regions) {
        this.phones = phones;
        this.staff = staff;
        this.forms = forms;
        this.days = days;
        this.emergencies = emergencies;
        this.replies = replies;
        this.regions = regions;
    }

    /** Those whose message it can be: whom the desk has named, or everybody with the number. */
    List<Actor> senders(InboundSms message) {
        var named = message.staffId();
        if (named != null) {
            return staff.actor(named).stream().toList();
        }
        return PhoneNumber.of(message.number()).map(phones::holders).orElse(List.of());
    }

    /** @param confirmed whether its sender has said that it is right as it stands */
    Understood read(InboundSms message, List<Actor> senders, boolean confirmed) {
        var spoken = Spoken.of(message.text());
        try {
            return read(message, spoken, senders, confirmed);
        } catch (Refusal refusal) {
            return Understood.only(SmsOutcome.of(
                            SmsState.REFUSED, refusal.code(), replies.text(refusal.code(), refusal.arguments()))
                    .about(null, null, senders.size() == 1 ? senders.get(0).id() : null, ""));
        }
    }

    /** The last time before it was sent at which clocks showed that; clocks may be a little apart. */
    private Instant moment(LocalTime written, Instant sent) {
        var local = sent.atZone(regions.zone());
        var sameDay = local.with(written);
        return (sameDay.isAfter(local.plus(CLOCKS_APART)) ? sameDay.minusDays(1) : sameDay).toInstant();
    }

    private Understood read(InboundSms sent, Spoken spoken, List<Actor> senders, boolean confirmed) {
        boolean practice = spoken.practice();
        var said = spoken.said();
        var written = spoken.written();
        var message = written == null ? sent : sent.written(moment(written, sent.sentAt()));
        if (said instanceof Said.C1 form) {
            return forms.read(message, form, senders, practice, confirmed);
        }
        if (said instanceof Said.CheckIn checkIn) {
            return days.read(message, checkIn, senders, practice);
        }
        if (said instanceof Said.Emergency emergency) {
            return emergencies.read(message, emergency, senders, practice);
        }
        if (said instanceof Said.Help) {
            return Understood.only(SmsOutcome.of(SmsState.ANSWERED, null, replies.text("help")));
        }
        throw new Refusal("unclear");
    }
}
