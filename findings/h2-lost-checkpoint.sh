#!/usr/bin/env bash
# H2 2.5.252: a change that was committed and written by CHECKPOINT SYNC is gone after the process was ended without closing the database.
# H2 2.4.240, run beside it, keeps it.
#
# Data: a table of one row; CHECKPOINT SYNC; 50 seconds without work (longer than the 45 for which H2 keeps what it has replaced); the row
#   is updated, committed, CHECKPOINT SYNC again; two seconds later the process halts; another process opens the database and reads the row.
# Expected: second, from both
# Seen:     second from 2.4.240, first from 2.5.252: the database opens at the older state without a word. Takes about a minute.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
for version in 2.4.240 2.5.252; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=com.h2database:h2:$version -DoutputDirectory=. > /dev/null
done
cat > Finding.java <<'JAVA'
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:h2:file:" + args[1] + ";WRITE_DELAY=0", "sa", "");
        Statement sql = connection.createStatement();
        if (args[0].equals("read")) {
            ResultSet row = sql.executeQuery("SELECT v FROM t");
            row.next();
            System.out.println(row.getString(1));
            return;
        }
        sql.execute("CREATE TABLE t(v VARCHAR)");
        sql.execute("INSERT INTO t VALUES ('first')");
        sql.execute("CHECKPOINT SYNC");
        Thread.sleep(50_000);
        sql.execute("UPDATE t SET v = 'second'"); // commits by itself
        sql.execute("CHECKPOINT SYNC");
        Thread.sleep(2_000);
        Runtime.getRuntime().halt(9);
    }
}
JAVA
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
survivor() { # of version $1
  "$java" -cp "h2-$1.jar" Finding.java write "./db-$1" || true # it halts with 9
  "$java" -cp "h2-$1.jar" Finding.java read "./db-$1"
}
survivor 2.4.240 > old & survivor 2.5.252 > new & wait
echo "expected second from both; 2.4.240: $(cat old), 2.5.252: $(cat new)"
[ "$(cat old) $(cat new)" = "second first" ]
