package id.deskpilkada;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The jar started for one command: it does nothing by itself, keeps out of the way of an application that runs beside it, and ends when the command has. */
final class OneCommand {

    private static final List<String> COMMANDS = List.of("--latihan.hapus");

    private static final List<String> QUIET = List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--management.server.port=-1",
            "--camunda.bpm.job-execution.enabled=false",
            "--desk.dispatcher.enabled=false",
            "--desk.notification.enabled=false",
            "--desk.sms.enabled=false",
            "--desk.public.watching=false");

    private OneCommand() {}

    static boolean isAsked(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> COMMANDS.contains(argument.split("=", 2)[0]));
    }

    /** What was given, and quiet besides. */
    static String[] quiet(String... arguments) {
        return Stream.concat(Arrays.stream(arguments), QUIET.stream()).toArray(String[]::new);
    }
}
