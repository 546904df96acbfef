package lantai.web.command;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in both languages what is wrong with a command line, and where its usage stands. */
final class LineFault implements IParameterExceptionHandler {
    private final Console console;

    LineFault(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        switch (fault) {
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() ->
                console.remark(
                        "command.line.missing",
                        missing.getMissing().stream().map(LineFault::name).collect(Collectors.joining(" ")));
            case UnmatchedArgumentException unknown ->
                console.remark("command.line.unknown", String.join(" ", unknown.getUnmatched()));
            default -> tellValue(fault);
        }
        console.remark("command.line.help", command(fault.getCommandLine()));
        return Main.NOT_DONE;
    }

    private void tellValue(ParameterException fault) {
        var where = fault.getArgSpec();
        if (where == null || fault.getValue() == null) {
            console.remark("command.line.wrong", String.valueOf(fault.getMessage()));
        } else {
            console.remark(
                    isNumber(where) ? "command.line.number" : "command.line.value", name(where), fault.getValue());
        }
    }

    private static boolean isNumber(ArgSpec where) {
        var type = where.typeInfo().getType();
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }

    /** An option as it is typed, and what stands behind it. */
    private static String name(ArgSpec where) {
        return where instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                : where.paramLabel();
    }

    private static String command(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }
}
