package id.deskpilkada.sms;

import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.SystemTransactions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number that people of the field send their SMS to. */
@Component
public class SmsReceiver {

    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");

    private final JdbcClient jdbc;
    private final SmsSettings settings;
    private final SystemTransactions transactions;

    SmsReceiver(JdbcClient jdbc, SmsSettings settings, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** E.164 or a short code, of the first gateway that can hand SMS over, else of the settings; empty when SMS are not taken. */
    public Optional<String> number() {
        return transactions.read(SmsSettings.WORK, () -> jdbc
                .sql(
                        "SELECT receiver FROM sms_gateway WHERE active AND token_hash IS NOT NULL ORDER BY receiver = '', code")
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .flatMap(first -> first.isEmpty() ? normal(settings.number()) : Optional.of(first)));
    }

    /** As people write it. */
    public String readable() {
        return number().map(known ->
                        PhoneNumber.of(known).map(PhoneNumber::readable).orElse(known))
                .orElse(settings.number());
    }

    /** A number that can be sent to, as it is dialled; empty for anything else. */
    public static Optional<String> normal(String written) {
        var text = written.strip();
        return SHORT_CODE.matcher(text).matches()
                ? Optional.of(text)
                : PhoneNumber.of(text).map(PhoneNumber::value);
    }
}
