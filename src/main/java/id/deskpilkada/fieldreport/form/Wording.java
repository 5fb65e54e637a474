package id.deskpilkada.fieldreport.form;

import id.deskpilkada.platform.Messages;
import java.util.Locale;

/** Words of a form, said in the language of whoever reads it. */
public interface Wording {

    String in(Messages messages);

    /** A text of the message bundles. */
    static Wording key(String key, Object... arguments) {
        return messages -> messages.text(key, arguments);
    }

    /** A text that an installation has written down itself. */
    static Wording written(String indonesian, String english) {
        return messages -> Messages.locale().equals(Locale.ENGLISH) ? english : indonesian;
    }

    /** A name, the same in every language. */
    static Wording name(String name) {
        return messages -> name;
    }
}
