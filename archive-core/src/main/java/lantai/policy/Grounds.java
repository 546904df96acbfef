package lantai.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The rules that hold on one day, so that whoever refuses a value can say to which of them it was held.
 *
 * @param versions of the rules of the house
 */
public record Grounds(Map<Ground, Integer> versions) {
    public Grounds {
        versions = Map.copyOf(versions);
    }

    /** {@return what holds today} */
    public static Grounds inForce(Handle handle, PolicyCentre policies) {
        var versions = new EnumMap<Ground, Integer>(Ground.class);
        Stream.of(Ground.values())
                .forEach(ground -> ground.policy()
                        .ifPresent(name -> versions.put(
                                ground, policies.inForce(handle, name).version())));
        return new Grounds(versions);
    }

    /** {@return the rule with its version} */
    public HeldTo of(Ground ground) {
        return new HeldTo(ground, versions.getOrDefault(ground, 0));
    }
}
