package io.segmenta.engine.base;

/**
 * Who did something: an identity to compare and to store, the same in every language. Pages put it into words.
 *
 * @param value 1 to 1,000 characters, not blank
 */
public record UserName(String value) {
    /** Whoever sits at this computer, while there are no accounts. Databases have known them by this name from the first version on. */
    public static final UserName LOCAL = new UserName("local user");

    /** The product itself, which ships the first playbook. */
    public static final UserName PRODUCT = new UserName("Segmenta");

    private static final int LONGEST = 1_000;

    public UserName {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new UserFacingException("The name of a user (\"" + value + "\") must have 1 to " + LONGEST
                    + " characters, not all of them blank. Choose another one.");
        }
    }

    /** The bare name. */
    @Override
    public String toString() {
        return value;
    }
}
