package id.deskpilkada.tierreport.intake;

import java.util.List;

/** Why a report was not taken; becomes a problem of this code once it is noted. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Object> arguments;

    Refused(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }
}
