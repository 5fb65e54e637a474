package id.deskpilkada.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number that can exist, however it was written: {@code 0812-3456-7890} and {@code +62 812 3456 7890} are the same. Without a country code it is Indonesian.
 *
 * @param value E.164, {@code +6281234567890}
 */
public record PhoneNumber(String value) {

    private static final String INDONESIA = "ID";
    private static final int LONGEST_WRITTEN = 40;

    public PhoneNumber {
        if (!value.matches("\\+[0-9]{6,15}")) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** Empty for what can be no telephone number: too short, too long, an unknown network, or with letters. */
    public static Optional<PhoneNumber> of(String written) {
        var text = written.strip();
        if (text.length() > LONGEST_WRITTEN || text.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        try {
            var number = numbers().parse(text.startsWith("62") ? "+" + text : text, INDONESIA);
            return numbers().isValidNumber(number)
                    ? Optional.of(new PhoneNumber(numbers().format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Digits with country code and without plus, as {@code wa.me} wants them. */
    public String digits() {
        return value.substring(1);
    }

    /** As people here write it: {@code 0812-3456-7890}; numbers of other countries with their code. */
    public String readable() {
        var number = parsed();
        var home = numbers().getRegionCodeForNumber(number);
        return numbers()
                .format(number, INDONESIA.equals(home) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /** Whether it can take an SMS. */
    public boolean mobile() {
        var type = numbers().getNumberType(parsed());
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    @Override
    public String toString() {
        return value;
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return numbers().parse(value, INDONESIA);
        } catch (NumberParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PhoneNumberUtil numbers() {
        return PhoneNumberUtil.getInstance();
    }
}
