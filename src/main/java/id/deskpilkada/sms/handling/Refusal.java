package id.deskpilkada.sms.handling;

import java.util.List;

/** Why a message becomes no report; its text for the sender stands under {@code sms.reply.<code>}. */
final class Refusal extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    Refusal(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
