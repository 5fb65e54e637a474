package id.deskpilkada.practice;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Wipes a practice for whoever runs the machine: {@code java -jar desk-pilkada.jar --latihan.hapus=<election>/<round>}. The application ends with 0 when all of it is gone, with 1
 * when nothing was touched because it is no practice, and with 2 when nothing is named.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty("latihan.hapus")
class PracticeCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final Logger log = LoggerFactory.getLogger(PracticeCommand.class);
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final PracticeWipe wipe;
    private final Messages messages;
    private final String wanted;
    private int code;

    PracticeCommand(PracticeWipe wipe, Messages messages, @Value("${latihan.hapus}") String wanted) {
        this.wipe = wipe;
        this.messages = messages;
        this.wanted = wanted.strip();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
        try {
            code = carryOut();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private int carryOut() {
        int at = wanted.indexOf('/');
        if (at < 1 || at == wanted.length() - 1) {
            log.error(messages.text("rehearsal.command.usage"));
            return NOT_UNDERSTOOD;
        }
        try {
            var gone = wipe.byCommand(wanted.substring(0, at), wanted.substring(at + 1));
            log.info(messages.text("rehearsal.command.done", gone.round(), gone.rows()));
            return 0;
        } catch (Problem refusal) {
            log.error(messages.problem(refusal.code(), refusal.arguments()));
            return REFUSED;
        }
    }

    @Override
    public int getExitCode() {
        return code;
    }
}
