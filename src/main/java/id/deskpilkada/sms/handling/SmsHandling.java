package id.deskpilkada.sms.handling;

import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.SmsRows;
import id.deskpilkada.sms.SmsSettings;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.sms.grammar.Said.Answer;
import id.deskpilkada.sms.grammar.Said.Emergency;
import id.deskpilkada.sms.grammar.Spoken;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Brings one SMS to its end. Its report is stored under the id of the message and outside any transaction, so that a node that dies in between leaves nothing behind but a message that another node
 * reads again, with the same report and one reply.
 */
@Component
public class SmsHandling {

    private static final Logger log = LoggerFactory.getLogger(SmsHandling.class);
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final SmsRows rows;
    private final Reader reader;
    private final SmsReportJson json;
    private final FieldReports reports;
    private final Answering answering;
    private final Replies replies;
    private final PracticeTexts practices;
    private final Messages messages;
    private final SmsSettings settings;
    private final SystemTransactions transactions;
    private final Clock clock;

    SmsHandling(
            SmsRows rows,
            Reader reader,
            SmsReportJson json,
            FieldReports reports,
            Answering answering,
            Replies replies,
            PracticeTexts practices,
            Messages messages,
            SmsSettings settings,
            SystemTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.json = json;
        this.reports = reports;
        this.answering = answering;
        this.replies = replies;
        this.practices = practices;
        this.messages = messages;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Handles everything that waits now, and tells how many messages that were. */
    public int drain() {
        int handled = 0;
        while (next()) {
            handled++;
        }
        return handled;
    }

    /** False when nothing waits. */
    boolean next() {
        var locale = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(INDONESIAN);
        try {
            return Scope.system(SmsSettings.WORK, this::claimed);
        } finally {
            LocaleContextHolder.setLocaleContext(locale);
        }
    }

    private boolean claimed() {
        var found = transactions.write(SmsSettings.WORK, rows::claim);
        found.ifPresent(message -> {
            try {
                handle(message);
            } catch (RuntimeException failure) {
                failed(message, failure);
            }
        });
        return found.isPresent();
    }

    private void failed(InboundSms message, RuntimeException failure) {
        log.error("SMS {} could not be handled", message.id(), failure);
        if (message.attempts() >= settings.maxAttempts()) {
            settle(message, SmsOutcome.of(SmsState.PARKED, "TECHNICAL", null), null);
        }
    }

    private void handle(InboundSms message) {
        var senders = reader.senders(message);
        var said = Spoken.of(message.text()).said();
        if (senders.isEmpty()) {
            unknown(message, said instanceof Emergency);
        } else if (said instanceof Answer answer) {
            answered(message, answer.yes());
        } else {
            var understood = stored(message, reader.read(message, senders, false));
            if (said instanceof Emergency && understood.outcome().state() == SmsState.REFUSED) {
                parked(
                        message,
                        understood.outcome().ending(SmsState.PARKED, "URGENT", replies.text("emergencyParked")));
            } else {
                settle(message, understood.outcome(), understood);
            }
        }
    }

    /** A call for help that the ledger cannot take, say because no round runs, is for people at once. */
    private void parked(InboundSms message, SmsOutcome outcome) {
        transactions.write(SmsSettings.WORK, () -> {
            var ended = practices.marked(message, outcome.urgently());
            answering.settle(message, ended, null);
            answering.alarm(message, ended.practice());
        });
    }

    private void unknown(InboundSms message, boolean urgent) {
        var outcome = SmsOutcome.of(SmsState.PARKED, "UNKNOWN_NUMBER", replies.text("unknown"));
        transactions.write(SmsSettings.WORK, () -> {
            boolean told = !answering.possible(message.number()) || answering.toldUnknown(message.number());
            var parked = told ? outcome.ending(SmsState.PARKED, "UNKNOWN_NUMBER", null) : outcome;
            var ended = practices.marked(message, urgent ? parked.urgently() : parked);
            answering.settle(message, ended, null);
            if (urgent) {
                answering.alarm(message, ended.practice());
            }
        });
    }

    private void answered(InboundSms message, boolean yes) {
        var since = clock.instant().minus(settings.answerWithin());
        var asked = transactions.read(SmsSettings.WORK, () -> rows.asked(message.number(), since));
        if (asked.isEmpty()) {
            settle(message, SmsOutcome.of(SmsState.ANSWERED, null, replies.text("nothingAsked")), null);
            return;
        }
        var before = asked.get();
        var understood = yes ? stored(before, reader.read(before, reader.senders(before), true)) : null;
        transactions.write(SmsSettings.WORK, () -> {
            var ended = practices.marked(
                    before,
                    understood == null ? SmsOutcome.of(SmsState.DISMISSED, "WITHDRAWN", null) : understood.outcome());
            var reply = understood == null ? replies.text("withdrawn") : ended.reply();
            rows.settle(before, ended);
            var own = SmsOutcome.of(SmsState.ANSWERED, null, reply)
                    .about(ended.area(), ended.kind(), ended.staffId(), replies.word(yes ? "word.yes" : "word.no"));
            var marked = practices.marked(before, ended.votes() ? own.carryingVotes() : own);
            answering.settle(message, marked, understood);
        });
    }

    /** What the ledger refuses is told to the sender in its words. */
    private Understood stored(InboundSms message, Understood understood) {
        var report = understood.report();
        if (report == null) {
            return understood;
        }
        try {
            var sender = Objects.requireNonNull(understood.sender());
            var assignedBy = message.assignedBy();
            reports.acknowledgeText(
                    message.id(), json.bytes(report), sender, assignedBy == null ? sender.id() : assignedBy);
            return understood;
        } catch (Problem problem) {
            if (problem.code().equals("REPORT_CONFLICT")) {
                return understood;
            }
            return Understood.only(understood
                    .outcome()
                    .ending(SmsState.REFUSED, problem.code(), replies.text("refused", words(problem))));
        }
    }

    private String words(Problem problem) {
        return problem.errors().isEmpty()
                ? messages.problem(problem.code(), problem.arguments())
                : messages.problem(problem.errors().get(0));
    }

    private void settle(InboundSms message, SmsOutcome outcome, @Nullable Understood understood) {
        transactions.write(
                SmsSettings.WORK, () -> answering.settle(message, practices.marked(message, outcome), understood));
    }
}
