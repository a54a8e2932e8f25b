def main():
    return 0


if __name__ == "__main__":
    setup()
<<<<<<< left
    sys.exit(main())
=======
    profile(main)
>>>>>>> right
