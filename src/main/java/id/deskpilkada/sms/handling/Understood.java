package id.deskpilkada.sms.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.sms.SmsOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A message that was read.
 *
 * @param report for the ledger; null when it becomes none
 * @param sender who reports
 */
record Understood(SmsOutcome outcome, @Nullable ObjectNode report, @Nullable Actor sender) {

    static Understood only(SmsOutcome outcome) {
        return new Understood(outcome, null, null);
    }
}
