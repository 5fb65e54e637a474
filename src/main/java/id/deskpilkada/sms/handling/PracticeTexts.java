package id.deskpilkada.sms.handling;

import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.grammar.Spoken;
import org.springframework.stereotype.Component;

/** Texts that begin with LATIHAN: whatever they became, their replies say so, and they go when the practice is wiped. */
@Component
class PracticeTexts {

    private final StationSearch stations;
    private final Replies replies;

    PracticeTexts(StationSearch stations, Replies replies) {
        this.stations = stations;
        this.replies = replies;
    }

    /** @param about the message that the reply is about */
    SmsOutcome marked(InboundSms about, SmsOutcome outcome) {
        if (!Spoken.of(about.text()).practice()) {
            return outcome;
        }
        var reply = outcome.reply();
        return outcome.ofPractice(
                stations.practice(), reply == null ? null : replies.ofPractice(reply, outcome.votes()));
    }
}
