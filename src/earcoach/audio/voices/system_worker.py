"""The process that speaks one phrase with pyttsx3: text on stdin, arguments FILE SPEED.

It is run as a script, so that it imports nothing of the program.
"""

import sys


def main() -> None:
    """Speak standard input into a file."""
    import pyttsx3

    path, speed = sys.argv[1], float(sys.argv[2])
    engine = pyttsx3.init()
    engine.setProperty("rate", int(engine.getProperty("rate") * speed))
    engine.save_to_file(sys.stdin.buffer.read().decode("utf-8"), path)
    engine.runAndWait()


if __name__ == "__main__":
    main()
