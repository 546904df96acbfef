package lantai.web.demo;

/**
 * A sign-in for trying the demonstration out.
 *
 * @param name the sign-in name
 * @param password in clear, printed once
 * @param displayName who it is
 */
public record DemoSignIn(String name, String password, String displayName) {}
